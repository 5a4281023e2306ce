using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;

namespace Mlops.Registry.Tests.Policies;

public class PolicyDryRunTests
{
    private static readonly PolicyFacts[] Facts =
    [
        Versions.Complete().ToActive(),
        Versions.Create(Versions.LowRisk).WithApproval("vera").ToActive(),
        Versions.Create(Versions.HighRisk).ToActive(),
    ];

    [Fact]
    public void Run_NoPast_SaysSo()
    {
        var run = PolicyDryRun.Run(GovernancePolicy.Default, []);
        Assert.Equal("default@0: no past steps.", run.ToString());
        Assert.Equal((0, 0), (run.AllowedCount, run.RefusedCount));
    }

    [Fact]
    public void Run_StricterPolicy_NamesWhatWouldBeRefused()
    {
        var run = PolicyDryRun.Run(GovernancePolicy.Default, Past(GovernancePolicy.Observe));

        Assert.Equal((2, 1, 1, 0), (run.AllowedCount, run.RefusedCount, run.NewlyRefusedCount, run.NewlyAllowedCount));
        Assert.Equal([false, false, true], run.Steps.Select(step => step.IsNewlyRefused));
        Assert.Contains(new RuleImpact("approvals.validator", 1, 1, 0, 0), run.Rules);
        Assert.StartsWith(
            "default@0: of 3 past steps it would allow 2 and refuse 1; 1 of those were allowed, and 0 of the allowed were refused.",
            run.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "entry 12: credit@7 Staged -> Active: newly refused by evidence.mlops.drift.report",
            run.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_MilderPolicy_NamesWhatWouldBeAllowed()
    {
        var run = PolicyDryRun.Run(GovernancePolicy.Observe, Past(GovernancePolicy.Default));
        Assert.Equal((3, 0, 1), (run.AllowedCount, run.RefusedCount, run.NewlyAllowedCount));
        Assert.Contains(run.Rules, rule => rule is { Rule: "approvals.validator", RefusedCount: 0, ObservedCount: 1 });
        Assert.Contains("newly allowed", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void PolicyDryRun_ReadBack_IsTheSame()
    {
        var run = PolicyDryRun.Run(GovernancePolicy.Default, Past(GovernancePolicy.Observe));
        var read = RegistryJson.Deserialize<PolicyDryRun>(RegistryJson.Serialize(run));
        Assert.Equal(run.ToString(), read.ToString());
    }

    private static IEnumerable<PastStep> Past(GovernancePolicy policy) =>
        Facts.Select((facts, index) => new PastStep(10 + index, facts, PolicyEvaluator.Evaluate(policy, facts)));
}
