package main

import (
	"net"
	"time"

	"github.com/hetznercloud/hcloud-go/v2/hcloud"
)

func (j *judge) firewalls() {
	port := "22"
	rule := hcloud.FirewallRule{Direction: hcloud.FirewallRuleDirectionIn, Protocol: hcloud.FirewallRuleProtocolTCP, Port: &port, SourceIPs: []net.IPNet{*network("0.0.0.0/0"), *network("::/0")}}
	made, _, err := j.Firewall.Create(j, hcloud.FirewallCreateOpts{Name: "wall", Rules: []hcloud.FirewallRule{rule}})
	j.done("create firewall", err, made.Actions...)
	wall := made.Firewall
	server := j.server("walled", hcloud.ServerCreateOpts{Firewalls: []*hcloud.ServerCreateFirewall{{Firewall: *wall}}, Labels: map[string]string{"wall": "yes"}})
	j.expect("applied by create", len(server.PublicNet.Firewalls) == 1 && server.PublicNet.Firewalls[0].Firewall.ID == wall.ID)
	one := hcloud.FirewallResource{Type: hcloud.FirewallResourceTypeServer, Server: &hcloud.FirewallResourceServer{ID: server.ID}}
	_, _, err = j.Firewall.ApplyResources(j, wall, []hcloud.FirewallResource{one})
	j.refused("applied twice", err, hcloud.ErrorCodeFirewallAlreadyApplied)
	_, err = j.Firewall.Delete(j, wall)
	j.refused("in use", err, hcloud.ErrorCodeResourceInUse)
	actions, _, err := j.Firewall.RemoveResources(j, wall, []hcloud.FirewallResource{one})
	j.done("remove", err, actions...)
	labelled := hcloud.FirewallResource{Type: hcloud.FirewallResourceTypeLabelSelector, LabelSelector: &hcloud.FirewallResourceLabelSelector{Selector: "wall=yes"}}
	actions, _, err = j.Firewall.ApplyResources(j, wall, []hcloud.FirewallResource{labelled})
	j.done("apply to a selector", err, actions...)
	for range 100 {
		if wall, _, err = j.Firewall.GetByName(j, "wall"); len(wall.AppliedTo[0].AppliedToResources) > 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	j.expect("the selector finds the server", err == nil && len(wall.AppliedTo[0].AppliedToResources) == 1)
	_, _, err = j.Firewall.RemoveResources(j, wall, []hcloud.FirewallResource{one})
	j.refused("managed by the selector", err, hcloud.ErrorCodeFirewallManagedByLabelSelector)
	rule.Port = nil
	_, _, err = j.Firewall.SetRules(j, wall, hcloud.FirewallSetRulesOpts{Rules: []hcloud.FirewallRule{rule}})
	j.refused("TCP without a port", err, hcloud.ErrorCodeInvalidInput)
	actions, _, err = j.Firewall.SetRules(j, wall, hcloud.FirewallSetRulesOpts{Rules: []hcloud.FirewallRule{}})
	j.done("no rules", err, actions...)
	wall, _, err = j.Firewall.Update(j, wall, hcloud.FirewallUpdateOpts{Name: "wall-2"})
	j.expect("update", err == nil && wall.Name == "wall-2" && len(wall.Rules) == 0)
	actions, _, err = j.Firewall.RemoveResources(j, wall, []hcloud.FirewallResource{labelled})
	j.done("remove the selector", err, actions...)
	_, err = j.Firewall.Delete(j, wall)
	j.fine("delete firewall", err)
	j.remove(server)
}

func (j *judge) loadBalancers() {
	inside, _, err := j.Network.Create(j, hcloud.NetworkCreateOpts{Name: "balanced", IPRange: network("10.0.0.0/16"), Subnets: []hcloud.NetworkSubnet{{Type: hcloud.NetworkSubnetTypeCloud, IPRange: network("10.0.0.0/24"), NetworkZone: hcloud.NetworkZoneEUCentral}}})
	j.fine("network", err)
	server := j.server("target", hcloud.ServerCreateOpts{Networks: []*hcloud.Network{inside}})
	port := 80
	made, _, err := j.LoadBalancer.Create(j, hcloud.LoadBalancerCreateOpts{
		Name: "balancer", LoadBalancerType: &hcloud.LoadBalancerType{Name: "lb11"}, Location: &hcloud.Location{Name: "nbg1"},
		Services: []hcloud.LoadBalancerCreateOptsService{{Protocol: hcloud.LoadBalancerServiceProtocolTCP, ListenPort: &port, DestinationPort: &port}},
		Targets:  []hcloud.LoadBalancerCreateOptsTarget{{Type: hcloud.LoadBalancerTargetTypeServer, Server: hcloud.LoadBalancerCreateOptsTargetServer{Server: server}}},
		Labels:   map[string]string{"made-by": "judge"},
	})
	j.done("create load balancer", err, made.Action)
	balancer, _, err := j.LoadBalancer.GetByName(j, "balancer")
	j.expect("as made", err == nil && len(balancer.Services) == 1 && len(balancer.Targets) == 1 && balancer.PublicNet.IPv4.IP != nil)
	act := func(what string, action *hcloud.Action, _ *hcloud.Response, err error) { j.done(what, err, action) }
	_, _, err = j.LoadBalancer.AddService(j, balancer, hcloud.LoadBalancerAddServiceOpts{Protocol: hcloud.LoadBalancerServiceProtocolTCP, ListenPort: &port, DestinationPort: &port})
	j.refused("port in use", err, hcloud.ErrorCodeSourcePortAlreadyUsed)
	other := 8080
	a, r, e := j.LoadBalancer.AddService(j, balancer, hcloud.LoadBalancerAddServiceOpts{Protocol: hcloud.LoadBalancerServiceProtocolHTTP, ListenPort: &other, DestinationPort: &other})
	act("add service", a, r, e)
	a, r, e = j.LoadBalancer.UpdateService(j, balancer, 8080, hcloud.LoadBalancerUpdateServiceOpts{DestinationPort: &port})
	act("update service", a, r, e)
	a, r, e = j.LoadBalancer.DeleteService(j, balancer, 80)
	act("delete service", a, r, e)
	_, _, err = j.LoadBalancer.AddServerTarget(j, balancer, hcloud.LoadBalancerAddServerTargetOpts{Server: server})
	j.refused("target is there", err, hcloud.ErrorCodeTargetAlreadyDefined)
	a, r, e = j.LoadBalancer.RemoveServerTarget(j, balancer, server)
	act("remove target", a, r, e)
	a, r, e = j.LoadBalancer.AttachToNetwork(j, balancer, hcloud.LoadBalancerAttachToNetworkOpts{Network: inside})
	act("attach to network", a, r, e)
	yes, no := true, false
	a, r, e = j.LoadBalancer.AddLabelSelectorTarget(j, balancer, hcloud.LoadBalancerAddLabelSelectorTargetOpts{Selector: "a=b", UsePrivateIP: &yes})
	act("add selector", a, r, e)
	a, r, e = j.LoadBalancer.DisablePublicInterface(j, balancer)
	act("disable public interface", a, r, e)
	a, r, e = j.LoadBalancer.EnablePublicInterface(j, balancer)
	act("enable public interface", a, r, e)
	a, r, e = j.LoadBalancer.RemoveLabelSelectorTarget(j, balancer, "a=b")
	act("remove selector", a, r, e)
	a, r, e = j.LoadBalancer.AddIPTarget(j, balancer, hcloud.LoadBalancerAddIPTargetOpts{IP: net.ParseIP("198.51.100.200")})
	act("add address", a, r, e)
	a, r, e = j.LoadBalancer.RemoveIPTarget(j, balancer, net.ParseIP("198.51.100.200"))
	act("remove address", a, r, e)
	a, r, e = j.LoadBalancer.DetachFromNetwork(j, balancer, hcloud.LoadBalancerDetachFromNetworkOpts{Network: inside})
	act("detach", a, r, e)
	a, r, e = j.LoadBalancer.ChangeAlgorithm(j, balancer, hcloud.LoadBalancerChangeAlgorithmOpts{Type: hcloud.LoadBalancerAlgorithmTypeLeastConnections})
	act("algorithm", a, r, e)
	a, r, e = j.LoadBalancer.ChangeType(j, balancer, hcloud.LoadBalancerChangeTypeOpts{LoadBalancerType: &hcloud.LoadBalancerType{Name: "lb21"}})
	act("type", a, r, e)
	pointer := "lb.example.org"
	a, r, e = j.LoadBalancer.ChangeDNSPtr(j, balancer, balancer.PublicNet.IPv4.IP.String(), &pointer)
	act("reverse DNS", a, r, e)
	a, r, e = j.LoadBalancer.ChangeProtection(j, balancer, hcloud.LoadBalancerChangeProtectionOpts{Delete: &yes})
	act("protect", a, r, e)
	_, _, err = j.LoadBalancer.DeleteWithResult(j, balancer)
	j.refused("protected load balancer", err, hcloud.ErrorCodeProtected)
	a, r, e = j.LoadBalancer.ChangeProtection(j, balancer, hcloud.LoadBalancerChangeProtectionOpts{Delete: &no})
	act("unprotect", a, r, e)
	balancer, _, err = j.LoadBalancer.Update(j, balancer, hcloud.LoadBalancerUpdateOpts{Name: "balancer-2"})
	j.expect("changed", err == nil && balancer.Name == "balancer-2" && balancer.LoadBalancerType.Name == "lb21" &&
		balancer.Algorithm.Type == hcloud.LoadBalancerAlgorithmTypeLeastConnections && balancer.PublicNet.IPv4.DNSPtr == pointer &&
		len(balancer.Targets) == 0 && len(balancer.Services) == 1 && balancer.Services[0].DestinationPort == 80)
	deleted, _, err := j.LoadBalancer.DeleteWithResult(j, balancer)
	j.done("delete load balancer", err, deleted.Action)
	j.remove(server)
	_, err = j.Network.Delete(j, inside)
	j.fine("delete network", err)
}
