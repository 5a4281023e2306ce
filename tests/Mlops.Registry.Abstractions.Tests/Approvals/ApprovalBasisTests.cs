using Mlops.Registry.Approvals;
using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;
using Mlops.Registry.Tests.Policies;

namespace Mlops.Registry.Tests.Approvals;

public class ApprovalBasisTests
{
    [Fact]
    public void Of_Evidence_TakesTheLatestOfEachKindThatIsNotWithdrawn()
    {
        var version = Versions
            .Create(Versions.LowRisk)
            .WithEvidence("a.drift", daysAgo: 9)
            .WithEvidence("a.drift", daysAgo: 3)
            .WithEvidence("a.drift", daysAgo: 2, withdrawn: "wrong data")
            .WithEvidence("a.fairness");

        var basis = ApprovalBasis.Of(version, GovernancePolicy.Default with { Version = 4 });

        Assert.Equal(
            new[] { version.Evidence[1], version.Evidence[3] }
                .Select(item => item.Statement.Digest)
                .OrderBy(digest => digest.ToString(), StringComparer.Ordinal),
            basis.Evidence
        );
        Assert.Equal("default@4", basis.Policy);
        Assert.Equal(version.DefinitionDigest, basis.Definition);
        Assert.Equal(RegistryJson.DigestOf(Versions.LowRisk), basis.Risk);
    }

    [Fact]
    public void Of_NoRisk_HasNone() => Assert.Null(ApprovalBasis.Of(Versions.Create(), GovernancePolicy.Default).Risk);

    [Fact]
    public void ApprovalBasis_ReadBack_IsTheSame()
    {
        var basis = ApprovalBasis.Of(Versions.Complete(), GovernancePolicy.Default);
        var read = RegistryJson.Deserialize<ApprovalBasis>(RegistryJson.Serialize(basis));
        Assert.Equal(RegistryJson.DigestOf(basis), RegistryJson.DigestOf(read));
        Assert.Equal(basis.Evidence, read.Evidence);
    }
}
