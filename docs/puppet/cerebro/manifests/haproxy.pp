# HAProxy with a canary for each service, whose share Cerebro changes in the maps over the stats socket.
#
# @param services by their ids in Marathon
# @param address that clients find them at
# @param header by which a request asks for a canary, with the service's name as its value: shop_cart
# @param canary_cookie that does the same
# @param sticky_cookie whose users stay on one side
# @param user that HAProxy's workers run as, in the group of that name
# @param maxconn of all services together
class cerebro::haproxy (
  Hash[Cerebro::Service_id, Cerebro::Service, 1] $services,
  Pattern[/\A(\*|[0-9.]+)\z/] $address = '*',
  Cerebro::Token $header = 'X-Canary',
  Cerebro::Token $canary_cookie = 'canary',
  Cerebro::Token $sticky_cookie = 'uid',
  Pattern[/\A[a-z_][a-z0-9_-]*\z/] $user = 'haproxy',
  Integer[1] $maxconn = 4000,
) {
  include cerebro::load_balancer
  $directory = $cerebro::load_balancer::directory
  $maps = "${directory}/maps"

  $ports = $services.values.map |$service| { $service['port'] }
  if $ports.unique != $ports {
    fail("cerebro::haproxy: each service needs a port of its own, but the ports are ${ports.sort.join(', ')}")
  }

  $global = epp('cerebro/global.cfg.epp', {
    'socket'  => $cerebro::load_balancer::socket,
    'listen'  => $cerebro::load_balancer::listen,
    'user'    => $user,
    'maxconn' => $maxconn,
  })
  $sections = $services.keys.sort.map |$app| {
    $service = $services[$app]
    $name = $app[1, -1].regsubst('/', '_', 'G')
    $stable = "be_${name}"
    $canary = "${stable}_canary"
    $check = $service['health'] ? {
      undef   => '  # no HTTP health check: an instance is up when it accepts a connection',
      default => "  option httpchk\n  http-check send meth GET uri '${service['health']}'\n  http-check expect status 200-399",
    }
    $stable_servers = $service['stable'].map |$i, $at| { "  server s${$i + 1} ${at}" }
    $canary_servers = $service['canary'].map |$i, $at| { "  server c${$i + 1} ${at}" }
    $backups = $service['stable'].map |$i, $at| { "  server b${$i + 1} ${at} backup no-check track ${stable}/s${$i + 1}" }
    $up = $service['canary'].map |$i, $at| { "  acl canary_up srv_is_up(${canary}/c${$i + 1})" }

    $values = {
      'app'           => $app,
      'name'          => $name,
      'frontend'      => "fe_${name}_${service['port']}",
      'address'       => $address,
      'port'          => String($service['port']),
      'stickyCookie'  => $sticky_cookie,
      'header'        => $header,
      'canaryCookie'  => $canary_cookie,
      'shareMap'      => "${maps}/share.map",
      'headerMap'     => "${maps}/header.map",
      'stableBackend' => $stable,
      'canaryBackend' => $canary,
      'canaryUp'      => (['  acl canary_up always_false'] + $up).join("\n"),
      'stableCheck'   => $check,
      'canaryCheck'   => $check,
      'stableServers' => $stable_servers.join("\n"),
      'canaryServers' => $canary_servers.join("\n"),
      'backups'       => $backups.join("\n"),
    }
    cerebro::fill("${file('cerebro/haproxy/frontend.cfg')}${file('cerebro/haproxy/backends.cfg')}", $values)
  }

  file { $maps:
    ensure => directory,
  }
  # what is in them is Cerebro's
  file { ["${maps}/share.map", "${maps}/header.map"]:
    ensure => file,
  }
  file { "${directory}/haproxy.cfg":
    ensure       => file,
    content      => "${global}${file('cerebro/haproxy/defaults.cfg')}${sections.join}",
    validate_cmd => "${cerebro::load_balancer::program} -c -f %",
    require      => File["${maps}/share.map", "${maps}/header.map"],
  }
  if $cerebro::load_balancer::manage_service {
    File["${directory}/haproxy.cfg"] ~> Service['haproxy']
  }
}
