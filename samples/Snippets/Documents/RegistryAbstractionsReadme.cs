// <snippet: Judge>
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;
using Mlops.Registry.Transparency;

// </snippet>

namespace Snippets.Documents;

internal static class RegistryAbstractionsReadme
{
    public static async Task Judge()
    {
        await using var house = await House.OpenAsync(activeVersions: 1);
        var version = await house.Auditor.GetVersionAsync(new VersionKey("credit", 1));
        // <snippet: Judge>
        var standing = StandingEvaluator.Evaluate(GovernancePolicy.Default, version, version.UpdatedAt);
        Console.WriteLine($"{standing.Compliance}, bias check {standing.BiasCheck}");
        Console.WriteLine(StageMachine.Describe(version.Key, version.Stage));
        // </snippet>
    }

    public static async Task Proof()
    {
        await using var house = await House.OpenAsync(activeVersions: 1);
        await house.Administrator.SignCheckpointAsync();
        var proofText = (await house.Auditor.ProveAsync(0)).ToString();
        var entry = Mlops.Registry.Serialization.RegistryJson.Serialize(await house.Auditor.GetEntryAsync(0));
        var publishedKey = house.Key.VerifierKey.ToString();
        // <snippet: Proof>
        var proof = TlogProof.Parse(proofText);
        var key = new EcdsaNoteVerifier(NoteVerifierKey.Parse(publishedKey));
        var isThere = proof.TryVerify(entry, "example.com/models", [key], out _);
        // </snippet>
        Console.WriteLine(isThere);
    }
}
