# What the three kinds of load balancer have in common. Declare it before them to change a parameter, or set it in Hiera.
#
# @param directory of HAProxy's configuration
# @param socket for statistics and changes at run time, of level admin, on this machine
# @param listen the same for Cerebro on another machine, only on a network that you trust, such as 10.0.0.7:9999
# @param pid_file of HAProxy's master process
# @param program of HAProxy
# @param manage_service whether HAProxy is installed, started, and told of changes
class cerebro::load_balancer (
  Cerebro::Path $directory = '/etc/haproxy',
  Cerebro::Path $socket = '/run/haproxy/admin.sock',
  Optional[Cerebro::Address] $listen = undef,
  Cerebro::Path $pid_file = '/run/haproxy.pid',
  Cerebro::Path $program = '/usr/sbin/haproxy',
  Boolean $manage_service = true,
) {
  file { $directory:
    ensure => directory,
  }
  if $manage_service {
    package { 'haproxy':
      ensure => installed,
      before => File[$directory],
    }
    service { 'haproxy':
      ensure  => running,
      enable  => true,
      restart => '/usr/bin/systemctl reload haproxy',
    }
  }
}
