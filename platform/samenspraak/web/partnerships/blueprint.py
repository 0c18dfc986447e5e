"""The blueprint that all views on partnerships put themselves on."""

from flask import Blueprint

blueprint = Blueprint("partnerships", __name__)
