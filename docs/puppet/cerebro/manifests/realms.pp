# The realms that Cerebro knows on this machine: realms.yaml from a hash. Secrets are named, never written out: {env: NAME} or
# {file: /path}.
#
# @param realms by name, each with what docs/realms.md describes
# @param directory of realms.yaml; --realms or CEREBRO_REALMS says the file to Cerebro
# @param owner of the file, such as the user that Jenkins runs as
# @param group of the file
# @param mode of the file
class cerebro::realms (
  Hash[Cerebro::Realm_name, Hash[String[1], Data, 1], 1] $realms,
  Cerebro::Path $directory = '/etc/cerebro',
  Optional[String[1]] $owner = undef,
  Optional[String[1]] $group = undef,
  Pattern[/\A0[0-7]{3}\z/] $mode = '0640',
) {
  file { $directory:
    ensure => directory,
  }
  file { "${directory}/realms.yaml":
    ensure  => file,
    content => cerebro::realms_yaml($realms),
    owner   => $owner,
    group   => $group,
    mode    => $mode,
  }
}
