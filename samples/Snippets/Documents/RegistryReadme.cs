// <snippet: Begin>
using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores.Relational;
using Mlops.Storage.Sqlite;

// </snippet>

namespace Snippets.Documents;

internal static class RegistryReadme
{
    public static async Task Begin()
    {
        await File.WriteAllTextAsync("model.onnx", "weights");
        // <snippet: Begin>
        var artifacts = new FileArtifactStore("artifacts");
        var store = new RelationalRegistryStore(SqliteDatabase.Open("registry.db"));
        await using var registry = new ModelRegistry(store, artifacts: artifacts);

        var ada = registry.As(new Principal("ada", [RegistryRole.Author]));
        var vera = registry.As(new Principal("vera", [RegistryRole.Validator]));
        var otto = registry.As(new Principal("otto", [RegistryRole.Operator]));

        await ada.CreateModelAsync(new ModelRegistration("churn", "Says which customers are about to leave."));
        await using var content = File.OpenRead("model.onnx");
        var file = await artifacts.WriteAsync("model.onnx", content);
        var definition = new VersionDefinition { Artifacts = ArtifactManifest.Create([file]) };
        var key = (await ada.RegisterAsync(new VersionRegistration("churn", definition))).Key;

        var factors = RiskFactors.Of(FactorLevel.Low, FactorLevel.Low, FactorLevel.Low, FactorLevel.Low);
        await ada.AssessRiskAsync(key, factors, new RiskContext(), "An internal list.");
        await ada.RequestReviewAsync(key, "For the spring campaign.");
        await vera.ApproveAsync(key, new("validator", "CHURN-1"));
        await otto.TransitionAsync(key, new(Stage.Staged, "Approved."));
        var result = await otto.TransitionAsync(key, new(Stage.Active, "For the spring campaign."));
        Console.WriteLine($"{result.Version.Key} is {result.Version.Stage}");
        // </snippet>
    }
}
