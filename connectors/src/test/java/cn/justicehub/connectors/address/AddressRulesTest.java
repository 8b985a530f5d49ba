package cn.justicehub.connectors.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, GLOBAL",
        "172.15.255.255, GLOBAL",
        "172.32.0.0, GLOBAL",
        "100.63.255.255, GLOBAL",
        "100.128.0.0, GLOBAL",
        "240e::1, GLOBAL",
        "2400:3200::1, GLOBAL",
        "10.0.0.1, PRIVATE",
        "172.16.0.1, PRIVATE",
        "172.31.255.255, PRIVATE",
        "192.168.255.255, PRIVATE",
        "100.64.0.1, PRIVATE",
        "fc00::1, PRIVATE",
        "fdff::1, PRIVATE",
        "::ffff:10.0.0.1, PRIVATE",
        "64:ff9b::10.0.0.1, PRIVATE",
        "2002:0a00:0001::1, PRIVATE",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "::1, LOOPBACK",
        "::ffff:127.0.0.1, LOOPBACK",
        "::127.0.0.1, LOOPBACK",
        "2002:7f00:0001::, LOOPBACK",
        "0.0.0.0, FORBIDDEN",
        "0.1.2.3, FORBIDDEN",
        "169.254.0.1, FORBIDDEN",
        "169.254.169.254, FORBIDDEN",
        "::ffff:169.254.169.254, FORBIDDEN",
        "64:ff9b::169.254.169.254, FORBIDDEN",
        "64:ff9b:1::8.8.8.8, FORBIDDEN",
        "64:ff9b:1::10.0.0.1, FORBIDDEN",
        "64:ff9b:1:a9fe:a9:fe00:808:808, FORBIDDEN",
        "64:ff9b:0:1::8.8.8.8, FORBIDDEN",
        "64:ff9b:ffff::8.8.8.8, FORBIDDEN",
        "100.100.100.200, FORBIDDEN",
        "168.63.129.16, FORBIDDEN",
        "fd00:ec2::254, FORBIDDEN",
        "192.0.2.1, FORBIDDEN",
        "198.18.0.1, FORBIDDEN",
        "224.0.0.1, FORBIDDEN",
        "255.255.255.255, FORBIDDEN",
        "::, FORBIDDEN",
        "fe80::1, FORBIDDEN",
        "febf::1, FORBIDDEN",
        "fec0::1, FORBIDDEN",
        "ff02::1, FORBIDDEN",
        "2001::1, FORBIDDEN",
        "2001:db8::1, FORBIDDEN"
    })
    void classifies(String address, AddressClass expected) {
        assertThat(AddressClass.of(ip(address))).isEqualTo(expected);
    }

    @Test
    void private_addresses_only_within_the_agencys_blocks() {
        AddressRules rules = new AddressRules(false, List.of(Cidr.of("10.1.0.0/16"), Cidr.of("fd12::/16")));

        assertThat(rules.allows(ip("10.1.255.1"))).isTrue();
        assertThat(rules.allows(ip("::ffff:10.1.0.1"))).isTrue();
        assertThat(rules.allows(ip("64:ff9b::10.1.0.1"))).isTrue();
        assertThat(rules.allows(ip("fd12::7"))).isTrue();
        assertThat(rules.allows(ip("10.2.0.1"))).isFalse();
        assertThat(rules.allows(ip("fd13::7"))).isFalse();
        assertThat(rules.allows(ip("127.0.0.1"))).isFalse();
        assertThat(rules.allows(ip("8.8.8.8"))).isTrue();
    }

    @Test
    void no_block_opens_a_metadata_address() {
        AddressRules rules = new AddressRules(true, List.of(Cidr.of("100.64.0.0/10"), Cidr.of("fc00::/7")));

        assertThat(rules.allows(ip("100.64.0.1"))).isTrue();
        assertThat(rules.allows(ip("100.100.100.200"))).isFalse();
        assertThat(rules.allows(ip("fd00:ec2::254"))).isFalse();
    }

    @Test
    void this_machine_only_in_the_sandbox() {
        assertThat(new AddressRules(true, List.of()).allows(ip("127.0.0.1"))).isTrue();
        assertThat(new AddressRules(true, List.of()).allows(ip("::1"))).isTrue();
        assertThat(new AddressRules(true, List.of()).allows(ip("169.254.169.254")))
                .isFalse();
        assertThat(new AddressRules(true, List.of()).allows(ip("0.0.0.0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0.0/8",
                "fd00::/129",
                "fd00::1/8",
                "a/8",
                "/8",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "0x0a.0.0.0/8"
            })
    void refuses_malformed_blocks(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "10.1.2.3/32, true",
        "fd00::/8, true",
        "0.0.0.0/0, false",
        "::/0, false",
        "172.0.0.0/11, false",
        "8.8.8.0/24, false",
        "169.254.0.0/16, false"
    })
    void tells_private_blocks(String text, boolean expected) {
        assertThat(Cidr.parse(text).map(Cidr::isPrivate)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f.0.0.1",
                "127.1",
                "010.0.0.1",
                "256.1.1.1",
                "1.2.3.4.",
                "localhost",
                "",
                "a:b:c"
            })
    void other_spellings_are_no_addresses(String text) {
        assertThat(IpLiteral.parse(text)).isEmpty();
    }

    private static InetAddress ip(String text) {
        return IpLiteral.parse(text).orElseThrow();
    }
}
