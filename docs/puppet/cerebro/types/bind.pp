# What HAProxy binds: *:80, or 10.0.0.7:80
type Cerebro::Bind = Pattern[/\A(\*|[0-9.]+):[1-9][0-9]{0,4}\z/]
