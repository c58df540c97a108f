"""Chinese for what Plone's own catalogues leave in English or say badly. Our own texts need none: they are Chinese."""
