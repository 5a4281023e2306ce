using System.Globalization;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Serialization;

namespace Mlops.Registry.Documents;

/// <summary>The sentences of the registry's documents.</summary>
internal static class RegistrySentences
{
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Short(ContentDigest digest) => digest.ToString() is { Length: > 19 } text ? text[..19] : "";

    public static string Headline(VersionStanding standing, ModelVersion version) =>
        standing.Compliance switch
        {
            ComplianceStatus.Compliant => $"{version.Key} has what its policy asks for.",
            ComplianceStatus.NonCompliant => $"{version.Key} may not be used: something speaks against it.",
            _ => $"{version.Key} lacks something that its policy asks for.",
        };

    public static string State(VersionStanding standing, ModelVersion version)
    {
        var tier = standing.Tier switch
        {
            RiskTier.Low => "low risk",
            RiskTier.Moderate => "moderate risk",
            RiskTier.High => "high risk",
            _ when version.Risk is not null => "a prohibited use",
            _ => "risk not assessed",
        };
        var bias = standing.BiasCheck switch
        {
            BiasCheck.Passed => "the evidence on fairness passed",
            BiasCheck.Failed => "evidence on fairness failed",
            BiasCheck.Inconclusive => "the evidence on fairness can't tell",
            BiasCheck.Stale => "the evidence on fairness is too old",
            _ => "there is no evidence on fairness",
        };
        var review = standing.ReviewDue is { } due ? $" The next review is due on {Time(due)}." : "";
        return $"It is {version.Stage}; {tier}; {bias}. As of {Time(standing.At)}, computed from the records.{review}";
    }

    public static IEnumerable<string> ToDo(VersionStanding standing) =>
        standing
            .Decision.Rules.Where(rule => rule.Outcome == RuleOutcome.NotMet)
            .OrderByDescending(rule => rule.Mode)
            .Select(rule => rule.Mode == RuleMode.Enforce ? rule.Message : $"{rule.Message} (does not refuse)");
}
