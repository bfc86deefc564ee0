# Where something answers HTTP: http://marathon1.example.com:8080
type Cerebro::Url = Pattern[/\Ahttps?:\/\/[A-Za-z0-9.-]+(:[1-9][0-9]{0,4})?\z/]
