using System.Globalization;
using System.Text.Json.Serialization;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;
using Mlops.Serialization;

namespace Mlops.Registry.Policies;

/// <summary>What must be there before a version of a model is reviewed, approved, staged or used: as data, by risk tier.</summary>
/// <remarks>
/// <para>Each rule is observed, warned of or enforced (<see cref="RuleMode"/>), so that an estate in use can adopt it: begin
/// with <see cref="Observe"/>, look at a dry run (<see cref="PolicyDryRun"/>), then enforce.</para>
/// <para>A new version of a policy judges approvals that were given under an older one anew; it does not make them void.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
[JsonConverter(typeof(GovernancePolicyConverter))]
public sealed partial record GovernancePolicy
{
    /// <summary>Its name, to which models point: as a model's (<see cref="RegistryName"/>).</summary>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    public required string Name
    {
        get;
        init =>
            field = RegistryName.IsModel(value)
                ? value
                : throw new ArgumentException(
                    $"'{value}' is no policy's name: 1 to 128 ASCII letters, digits, dots, underscores and hyphens are, beginning with a letter or digit.",
                    nameof(Name)
                );
    }

    /// <summary>Its version, from 1; 0 until the registry fills it in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Version
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Version));
            field = value;
        }
    }

    /// <summary>What it is for; empty when nothing is said.</summary>
    public string Description { get; init; } = "";

    /// <summary>The kinds of evidence that speak about fairness (<see cref="BiasCheck"/>), each exact or the beginning of kinds.</summary>
    /// <value><c>mlops.fairness.*</c> unless set.</value>
    /// <exception cref="ArgumentException">One of them is no kind.</exception>
    public IReadOnlyList<string> FairnessKinds
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(FairnessKinds));
            foreach (var kind in value)
            {
                EvidenceKinds.ThrowIfNotPattern(kind, nameof(FairnessKinds));
            }

            field = Array.AsReadOnly([.. value]);
        }
    } = Array.AsReadOnly(["mlops.fairness.*"]);

    /// <summary>What it asks of versions of low risk.</summary>
    public required TierPolicy Low { get; init; }

    /// <summary>What it asks of versions of moderate risk.</summary>
    public required TierPolicy Moderate { get; init; }

    /// <summary>What it asks of versions of high risk, and of those whose risk nobody assessed.</summary>
    public required TierPolicy High { get; init; }

    /// <summary>The policy and its version, as decisions and approvals name it: <c>default@3</c>.</summary>
    public string Reference => string.Create(CultureInfo.InvariantCulture, $"{Name}@{Version}");

    /// <summary>The digest of its canonical JSON.</summary>
    public ContentDigest Digest => RegistryJson.DigestOf(this);

    /// <summary>What it asks of a tier.</summary>
    /// <param name="tier">The tier; <see langword="null"/> when the risk is not assessed, which counts as high.</param>
    public TierPolicy For(RiskTier? tier) =>
        tier switch
        {
            RiskTier.Low => Low,
            RiskTier.Moderate => Moderate,
            _ => High,
        };

    /// <summary>The same rules, each in one mode: with <see cref="RuleMode.Observe"/> or <see cref="RuleMode.Warn"/> nothing is refused.</summary>
    /// <param name="mode">The mode.</param>
    public GovernancePolicy WithMode(RuleMode mode) =>
        this with
        {
            Low = Low.WithMode(mode),
            Moderate = Moderate.WithMode(mode),
            High = High.WithMode(mode),
        };
}
