"""What answers rest on: statutes, letters to parliament, documents of the inspectorate, in their versions."""
