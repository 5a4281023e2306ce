using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Data.Quality.SageMaker;

/// <summary>What <c>monitoring_config</c> says, or the override of a feature.</summary>
internal sealed record MonitoringSettings
{
    public bool IsEvaluated { get; init; } = true;

    public double TypeThreshold { get; init; } = 1;

    public double DomainThreshold { get; init; } = 1;

    public bool ComparesDistributions { get; init; }

    public MonitoringSettings With(JsonElement config) =>
        config.ValueKind != JsonValueKind.Object
            ? this
            : this with
            {
                IsEvaluated = IsEnabled(config, "evaluate_constraints", IsEvaluated),
                TypeThreshold = Threshold(config, "datatype_check_threshold", TypeThreshold),
                DomainThreshold = Threshold(config, "domain_content_threshold", DomainThreshold),
                ComparesDistributions =
                    config.TryGetProperty("distribution_constraints", out var comparison)
                    && comparison.ValueKind == JsonValueKind.Object
                        ? IsEnabled(comparison, "perform_comparison", true)
                        : ComparesDistributions,
            };

    private static bool IsEnabled(JsonElement config, string property, bool otherwise) =>
        config.TryGetProperty(property, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => string.Equals(value.GetString(), "Enabled", StringComparison.OrdinalIgnoreCase),
            }
            : otherwise;

    private static double Threshold(JsonElement config, string property, double otherwise)
    {
        if (!config.TryGetProperty(property, out var value))
        {
            return otherwise;
        }

        var threshold = value.GetReal();
        return threshold is >= 0 and <= 1
            ? threshold
            : throw new FormatException($"'{property}' is {threshold}; a share from 0 to 1 was expected.");
    }
}
