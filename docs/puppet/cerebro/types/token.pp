# The name of a header or of a cookie
type Cerebro::Token = Pattern[/\A[A-Za-z0-9-]{1,64}\z/]
