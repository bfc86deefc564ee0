# Where an instance listens, as Marathon names its agent: 10.0.0.11:9000
type Cerebro::Address = Pattern[/\A[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[1-9][0-9]{0,4}\z/]
