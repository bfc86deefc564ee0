# What a daemon that renders HAProxy's configuration needs: a template with this machine's own lines, and the reload script.
#
# @param template that Cerebro ships, below docs/routers
# @param path where the daemon looks for it
# @param bind where clients find the services
define cerebro::rendered (
  Pattern[/\A[a-z_\/-]+\.(cfg|ctmpl)\z/] $template,
  Cerebro::Path $path,
  Cerebro::Bind $bind,
) {
  include cerebro::load_balancer
  $own = {
    'bind *:80'               => "bind ${bind}",
    '/run/haproxy/admin.sock' => $cerebro::load_balancer::socket,
  }
  $remote = $cerebro::load_balancer::listen ? {
    undef   => {},
    default => { '# stats socket ipv4@10.0.0.7:9999' => "stats socket ipv4@${cerebro::load_balancer::listen}" },
  }

  file { $path:
    ensure  => file,
    content => cerebro::set(file("cerebro/routers/${template}"), $own + $remote),
  }
  file { "${cerebro::load_balancer::directory}/reload.sh":
    ensure  => file,
    mode    => '0755',
    content => file('cerebro/routers/reload.sh'),
  }
}
