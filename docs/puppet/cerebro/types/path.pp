# An absolute path with nothing in it that a configuration would take for something else
type Cerebro::Path = Pattern[/\A(\/[A-Za-z0-9_@+-][A-Za-z0-9._@+-]*)+\z/]
