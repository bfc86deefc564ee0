# Qubit Bamboo's side of a load balancer: the template, bamboo.json and the reload script. Bamboo itself is in no Debian
# package; where its service is known it is restarted after a change.
#
# @param marathons of the realm, each by its URL
# @param endpoint of this Bamboo
# @param zookeepers that the realm's Bamboos share
# @param zookeeper_path of their state
# @param bind where clients find the services
# @param directory of Bamboo's configuration
# @param service that runs Bamboo
class cerebro::qubit_bamboo (
  Array[Cerebro::Url, 1] $marathons,
  Cerebro::Url $endpoint,
  Array[Cerebro::Address, 1] $zookeepers,
  Cerebro::Path $zookeeper_path = '/marathon-haproxy/state',
  Cerebro::Bind $bind = '*:80',
  Cerebro::Path $directory = '/etc/bamboo',
  Optional[String[1]] $service = undef,
) {
  include cerebro::load_balancer

  file { $directory:
    ensure => directory,
  }
  cerebro::rendered { 'qubit-bamboo':
    template => 'qubit-bamboo/haproxy_template.cfg',
    path     => "${directory}/haproxy_template.cfg",
    bind     => $bind,
  }
  file { "${directory}/bamboo.json":
    ensure  => file,
    content => cerebro::set(file('cerebro/routers/qubit-bamboo/bamboo.json'), {
      'http://marathon1.example.com:8080,http://marathon2.example.com:8080'      => $marathons.join(','),
      'http://lb1.example.com:8000'                                              => $endpoint,
      'zk1.example.com:2181,zk2.example.com:2181,zk3.example.com:2181'           => $zookeepers.join(','),
      '/marathon-haproxy/state'                                                  => $zookeeper_path,
      '/etc/bamboo'                                                              => $directory,
      '/etc/haproxy'                                                             => $cerebro::load_balancer::directory,
      '/run/haproxy.pid'                                                         => $cerebro::load_balancer::pid_file,
    }),
  }
  if $service {
    service { $service:
      ensure    => running,
      enable    => true,
      subscribe => [Cerebro::Rendered['qubit-bamboo'], File["${directory}/bamboo.json"]],
    }
  }
}
