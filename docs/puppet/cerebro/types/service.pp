# One service behind HAProxy.
#   port     where clients find it
#   stable   where its instances may be: those that pass their check get its requests
#   canary   the same of its canary
#   health   the path of its HTTP health check; without one, an instance is up when it accepts a connection
type Cerebro::Service = Struct[{
  port             => Integer[1, 65535],
  stable           => Array[Cerebro::Address, 1],
  canary           => Array[Cerebro::Address],
  Optional[health] => Pattern[/\A\/[A-Za-z0-9._~\/?=&%+-]*\z/],
}]
