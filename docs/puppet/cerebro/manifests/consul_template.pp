# consul-template's side of a load balancer: the template, its configuration, its unit and the reload script.
#
# @param consul the agent that it asks
# @param bind where clients find the services
# @param directory of consul-template's configuration
# @param units where systemd looks for units of this machine's own
class cerebro::consul_template (
  Cerebro::Address $consul = '127.0.0.1:8500',
  Cerebro::Bind $bind = '*:80',
  Cerebro::Path $directory = '/etc/consul-template',
  Cerebro::Path $units = '/etc/systemd/system',
) {
  include cerebro::load_balancer

  file { $directory:
    ensure => directory,
  }
  cerebro::rendered { 'consul-template':
    template => 'consul-template/haproxy.ctmpl',
    path     => "${directory}/haproxy.ctmpl",
    bind     => $bind,
  }
  file { "${directory}/config.hcl":
    ensure  => file,
    content => cerebro::set(file('cerebro/routers/consul-template/config.hcl'), {
      '"127.0.0.1:8500"'     => "\"${consul}\"",
      '/etc/consul-template' => $directory,
      '/etc/haproxy'         => $cerebro::load_balancer::directory,
      '/run/haproxy.pid'     => $cerebro::load_balancer::pid_file,
    }),
  }
  file { "${units}/consul-template.service":
    ensure  => file,
    content => cerebro::set(file('cerebro/routers/consul-template/consul-template.service'), {
      '/etc/consul-template' => $directory,
    }),
  }
  if $cerebro::load_balancer::manage_service {
    service { 'consul-template':
      ensure    => running,
      enable    => true,
      subscribe => [Cerebro::Rendered['consul-template'], File["${directory}/config.hcl", "${units}/consul-template.service"]],
    }
  }
}
