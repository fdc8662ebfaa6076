"""The dashboard of Incident Atlas: app > views > figures > queries > filters, each importing downwards only."""
