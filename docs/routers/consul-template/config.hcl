# consul-template beside HAProxy: consul-template -config /etc/consul-template/config.hcl
consul {
  address = "127.0.0.1:8500"
}

template {
  source      = "/etc/consul-template/haproxy.ctmpl"
  destination = "/etc/haproxy/candidate.cfg"
  command     = "/etc/haproxy/reload.sh /etc/haproxy/candidate.cfg /etc/haproxy/haproxy.cfg /run/haproxy.pid"

  # several changes at once make one reload
  wait {
    min = "200ms"
    max = "2s"
  }
}
