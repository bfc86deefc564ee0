# Sets the lines that are the user's to change in a file that Cerebro ships. What is not in there is a mistake: the file is
# another one than the module was written for.
Puppet::Functions.create_function(:'cerebro::set') do
  dispatch :set do
    param 'String', :text
    param 'Hash[String, String]', :values
    return_type 'String'
  end

  def set(text, values)
    values.each_key do |from|
      raise Puppet::Error, "the file that Cerebro ships has no '#{from}' to set" unless text.include?(from)
    end
    text.gsub(Regexp.union(values.keys.sort_by { |from| -from.length }), values)
  end
end
