# prod
type Cerebro::Realm_name = Pattern[/\A[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?\z/]
