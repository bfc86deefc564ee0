require 'yaml'

# The text of realms.yaml. A secret that is written out is refused, and not repeated.
Puppet::Functions.create_function(:'cerebro::realms_yaml') do
  dispatch :text do
    param 'Hash[Cerebro::Realm_name, Hash[String[1], Data, 1], 1]', :realms
    return_type 'String'
  end

  def text(realms)
    realms.each { |name, realm| look(realm, ['realms', name]) }
    # a copy, since what is there twice would become an anchor, and Cerebro reads none
    Marshal.load(Marshal.dump('realms' => realms)).to_yaml(line_width: -1).delete_prefix("---\n")
  end

  def look(value, place)
    case value
    when Hash then value.each { |key, inner| look(inner, place + [key]) }
    when Array then value.each { |inner| look(inner, place) }
    else refuse(place) if secret?(place)
    end
  end

  def secret?(place)
    key = place.last
    return key.match?(/password|secret|token/i) if place[2] == 'environment' && place.length == 4

    %w[password token key].include?(key) || place.last(2) == %w[webhook url]
  end

  def refuse(place)
    raise Puppet::Error, "#{place.join('.')} is written out: say where it is instead, {env: NAME} or {file: /path}"
  end
end
