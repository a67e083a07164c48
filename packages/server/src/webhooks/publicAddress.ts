import { BlockList, isIPv4 } from "node:net";

/** Addresses that are not of the public internet (IANA's special-purpose registries), by their blocks. */
const special = {
  ipv4: [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
  ],
  // All but the global unicast block, and of that what is special in it or holds an IPv4 address.
  ipv6: ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"],
} as const;

const blocked = new BlockList();
for (const family of ["ipv4", "ipv6"] as const)
  for (const block of special[family]) {
    const [address = "", bits] = block.split("/");
    blocked.addSubnet(address, Number(bits), family);
  }
const unicast = new BlockList();
unicast.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, "ipv4");
  return unicast.check(address, "ipv6") && !blocked.check(address, "ipv6");
}
