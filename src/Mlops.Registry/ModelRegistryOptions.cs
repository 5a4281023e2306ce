using Mlops.Registry.Access;
using Mlops.Registry.Redaction;
using Mlops.Registry.Risk;
using Mlops.Registry.Transparency;

namespace Mlops.Registry;

/// <summary>The settings of a registry.</summary>
public sealed class ModelRegistryOptions
{
    /// <summary>Which role may do what.</summary>
    /// <value><see cref="AccessRules.Default"/>.</value>
    public AccessRules Access { get; set; } = AccessRules.Default;

    /// <summary>Which claims say who a user is, and their roles.</summary>
    /// <value><see cref="ClaimsMapping"/> with its defaults.</value>
    public ClaimsMapping Claims { get; set; } = new();

    /// <summary>The rule by which risk tiers are computed.</summary>
    /// <value><see cref="RiskRule.Default"/>.</value>
    public RiskRule RiskRule { get; set; } = RiskRule.Default;

    /// <summary>The rule by which materiality is computed of exposure and purpose.</summary>
    /// <value><see cref="ExposurePurpose.Default"/>.</value>
    public ExposurePurpose Materiality { get; set; } = ExposurePurpose.Default;

    /// <summary>Aliases that may point to active versions only.</summary>
    /// <value><c>champion</c> and <c>production</c>.</value>
    public ISet<string> ProtectedAliases { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "champion", "production" };

    /// <summary>Whether reads leave a record in the audit log.</summary>
    /// <value><see cref="AccessRecording.Batched"/>.</value>
    public AccessRecording AccessRecording { get; set; } = AccessRecording.Batched;

    /// <summary>What is kept out of the logs.</summary>
    /// <value>Reasons and ids of principals are <c>Internal</c>, and stay.</value>
    public RedactionOptions Redaction { get; } = new();

    /// <summary>The name of the log in its checkpoints: an address without scheme, such as <c>example.com/models</c>.</summary>
    /// <value><c>mlops.local/registry</c>.</value>
    public string Origin { get; set; } = "mlops.local/registry";

    /// <summary>The keys that sign checkpoints, all of them each; without one, none are signed.</summary>
    public IList<INoteSigner> Signers { get; } = [];

    /// <summary>The keys whose checkpoints count when the log is verified; those of the signers count too.</summary>
    public IList<INoteVerifier> Verifiers { get; } = [];

    /// <summary>Where signed checkpoints go, outside the store.</summary>
    public IList<ICheckpointSink> CheckpointSinks { get; } = [];

    /// <summary>Where checkpoints are read from when the log is verified.</summary>
    public IList<ICheckpointSource> CheckpointSources { get; } = [];
}
