"""Another machine on the network, by python-zeroconf: an implementation of multicast DNS that shares nothing with ours.

    neighbour.py watch              a line of JSON for each announcement that comes, changes or goes
    neighbour.py hold HOST ADDRESS  has a name, whoever else has it
    neighbour.py eavesdrop SECONDS  prints how many packets of multicast DNS arrived
"""

import json
import select
import socket
import struct
import sys
import time

from zeroconf import IPVersion, ServiceBrowser, ServiceInfo, ServiceListener, Zeroconf

SERVICES = ["_smartinventory._tcp.local.", "_http._tcp.local."]


class Watcher(ServiceListener):
    def tell(self, event, network, service, name):
        line = {"event": event, "service": service, "name": name.removesuffix("." + service)}
        info = network.get_service_info(service, name) if event != "removed" else None
        if info:
            line["host"] = info.server
            line["port"] = info.port
            line["addresses"] = info.parsed_addresses(IPVersion.All)
            line["facts"] = {key.decode(): (value or b"").decode() for key, value in info.properties.items()}
        print(json.dumps(line), flush=True)

    def add_service(self, network, service, name):
        self.tell("added", network, service, name)

    def update_service(self, network, service, name):
        self.tell("updated", network, service, name)

    def remove_service(self, network, service, name):
        self.tell("removed", network, service, name)


def watch():
    network = Zeroconf(ip_version=IPVersion.All)
    ServiceBrowser(network, SERVICES, Watcher())
    print(json.dumps({"event": "watching"}), flush=True)
    sys.stdin.read()


def hold(host, address):
    network = Zeroconf(ip_version=IPVersion.V4Only)
    service = "_device-info._tcp.local."
    network.register_service(
        ServiceInfo(service, f"Rival.{service}", port=9, server=f"{host}.", parsed_addresses=[address]))
    print(json.dumps({"event": "holding"}), flush=True)
    sys.stdin.read()


def eavesdrop(seconds):
    over_ipv4 = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    over_ipv6 = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    over_ipv6.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    ears = [over_ipv4, over_ipv6]
    for ear in ears:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ear.bind(("", 5353))
    index = socket.if_nametoindex("lan")
    group = socket.inet_aton("224.0.0.251") + struct.pack("@4si", b"", index)
    over_ipv4.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
    group = socket.inet_pton(socket.AF_INET6, "ff02::fb") + struct.pack("@I", index)
    over_ipv6.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, group)
    print(json.dumps({"event": "listening"}), flush=True)
    packets = 0
    end = time.monotonic() + float(seconds)
    while (left := end - time.monotonic()) > 0:
        for ear in select.select(ears, [], [], left)[0]:
            ear.recv(9000)
            packets += 1
    print(json.dumps({"event": "heard", "packets": packets}), flush=True)


if __name__ == "__main__":
    {"watch": watch, "hold": hold, "eavesdrop": eavesdrop}[sys.argv[1]](*sys.argv[2:])
