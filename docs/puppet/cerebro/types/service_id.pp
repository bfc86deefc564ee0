# The id of an app in Marathon: /shop/cart
type Cerebro::Service_id = Pattern[/\A(\/[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*)+\z/]
