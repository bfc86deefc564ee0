package io.cerebro.telling;

import io.cerebro.realm.AuditSettings.Syslog;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** UDP, as RFC 5426 has it: nobody learns whether it arrives. */
record SyslogDatagrams(Syslog server) implements SyslogServer.Wire {
    @Override
    public void send(byte[] message) throws IOException {
        InetAddress address = InetAddress.getByName(server.host());
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(message, message.length, address, server.port()));
        }
    }

    @Override
    public void close() {}
}
