# Fills in the {{names}} of a template. A name without a value is a mistake here, never an empty place.
Puppet::Functions.create_function(:'cerebro::fill') do
  dispatch :fill do
    param 'String', :template
    param 'Hash[String, String]', :values
    return_type 'String'
  end

  def fill(template, values)
    template.gsub(/\{\{(\w+)}}/) do |place|
      values.fetch(Regexp.last_match(1)) { raise Puppet::Error, "nothing to fill in for #{place}" }
    end
  end
end
