# Serves Redmine on a port: ruby serve.rb PORT. WEBrick is not in Redmine's bundle, and so it is loaded first.
require "webrick"
require "rack"
require "rack/handler/webrick"
application, = Rack::Builder.parse_file("config.ru")
Rack::Handler::WEBrick.run(application, Host: "127.0.0.1", Port: Integer(ARGV.fetch(0)), AccessLog: [], Logger: WEBrick::Log.new(File::NULL))
