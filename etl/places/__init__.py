"""Place words in context become coordinates with a precision and a radius, or stay unplaced.

Doors of the room: `gazetteer.open_gazetteer`, `find.finder`, `locate.locate`, `search.search`, `batch.answer_batch`,
`reverse.reverse`, and for users of geopy `geocoder.GazetteerGeocoder`.
"""
