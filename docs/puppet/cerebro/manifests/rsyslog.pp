# Receives what the containers of a realm write and Cerebro's audit, and keeps a file for each service.
#
# @param logs the directory: DIRECTORY/apps/shop.orders.log, and DIRECTORY/audit.jsonl
# @param address that rsyslog listens at
# @param port of both transports
# @param transports to receive by
# @param directory of rsyslog's pieces of configuration
# @param manage_service whether rsyslog is installed, started, and restarted after a change
class cerebro::rsyslog (
  Cerebro::Path $logs = '/var/log/cerebro',
  Pattern[/\A[0-9.]+\z/] $address = '0.0.0.0',
  Integer[1, 65535] $port = 514,
  Array[Enum['udp', 'tcp'], 1] $transports = ['udp', 'tcp'],
  Cerebro::Path $directory = '/etc/rsyslog.d',
  Boolean $manage_service = true,
) {
  file { [$logs, "${logs}/apps"]:
    ensure => directory,
    mode   => '0750',
  }
  file { "${directory}/cerebro.conf":
    ensure  => file,
    content => epp('cerebro/rsyslog.conf.epp', {
      'logs'       => $logs,
      'address'    => $address,
      'port'       => $port,
      'transports' => $transports.unique,
    }),
    require => File["${logs}/apps"],
  }
  if $manage_service {
    package { 'rsyslog':
      ensure => installed,
      before => File["${directory}/cerebro.conf"],
    }
    service { 'rsyslog':
      ensure    => running,
      enable    => true,
      subscribe => File["${directory}/cerebro.conf"],
    }
  }
}
