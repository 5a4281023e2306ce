using System.Text.Json;
using Mlops.Data.Quality.Constraints;
using Mlops.Serialization;

namespace Mlops.Data.Quality.SageMaker;

/// <summary>Reads <c>constraints.json</c>.</summary>
internal sealed class ConstraintsReader
{
    // The guide writes the one, files in the wild the other.
    private static readonly string[] Overrides = ["monitoringConfigOverrides", "monitoring_config_overrides"];

    private readonly List<DataConstraint> _constraints = [];
    private readonly List<string> _notCarried = [];

    public static SageMakerImport Of(JsonElement root, SageMakerStatistics? statistics, string name)
    {
        SageMakerStatistics.ThrowIfNewer(root);
        var reader = new ConstraintsReader();
        var settings = root.TryGetProperty("monitoring_config", out var config)
            ? new MonitoringSettings().With(config)
            : new MonitoringSettings();
        foreach (var feature in root.RequiredArray("features"))
        {
            reader.Feature(feature, settings);
        }

        if (settings.ComparesDistributions)
        {
            reader._notCarried.Add(
                "distribution_constraints: distributions are compared by drift, which needs the reference's data: mlops drift."
            );
        }

        reader._notCarried.Add(
            "extra_column_check: a new column violates nothing; the report names the columns that no constraint does."
        );
        return new SageMakerImport(
            new DataConstraints(
                reader._constraints,
                statistics is null ? null : new CheckedData(name, statistics.ItemCount, null)
            ),
            reader._notCarried
        );
    }

    private void Feature(JsonElement feature, MonitoringSettings settings)
    {
        var name = feature.RequiredString("name");
        foreach (var property in Overrides)
        {
            if (feature.TryGetProperty(property, out var changed))
            {
                settings = settings.With(changed);
            }
        }

        if (!settings.IsEvaluated)
        {
            _notCarried.Add($"{name}: its constraints are not enabled, and are left out.");
            return;
        }

        var type = feature.RequiredString("inferred_type");
        if (SageMakerStatistics.TypeOf(name, type) is { } kind)
        {
            _constraints.Add(
                kind with
                {
                    TolerableShare = Tolerance(name, "datatype_check_threshold", settings.TypeThreshold),
                }
            );
        }
        else
        {
            _constraints.Add(new ColumnExistsConstraint(name));
            _notCarried.Add($"{name}: its type is {type}, so only that it is there is checked.");
        }

        if (feature.TryGetProperty("completeness", out var complete))
        {
            Completeness(name, complete.GetReal());
        }

        if (
            Child(feature, "num_constraints") is { } numbers
            && numbers.TryGetProperty("is_non_negative", out var sign)
            && sign.ValueKind == JsonValueKind.True
        )
        {
            _constraints.Add(new RangeConstraint(name, 0, null));
        }

        if (Child(feature, "string_constraints") is { } texts && texts.TryGetProperty("domains", out _))
        {
            string[] values =
            [
                .. texts.RequiredArray("domains").Select(value => value.ToString()).Distinct(StringComparer.Ordinal),
            ];
            if (values.Length > 0)
            {
                _constraints.Add(
                    new DomainConstraint(name, values)
                    {
                        TolerableShare = Tolerance(name, "domain_content_threshold", settings.DomainThreshold),
                    }
                );
            }
        }

        foreach (var property in feature.EnumerateObject())
        {
            if (
                property.Name
                    is not ("name" or "inferred_type" or "completeness" or "num_constraints" or "string_constraints")
                && !Overrides.Contains(property.Name, StringComparer.Ordinal)
            )
            {
                _notCarried.Add($"{name}: '{property.Name}' is not known and was not read.");
            }
        }
    }

    private void Completeness(string name, double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new FormatException($"The completeness of '{name}' is {share}; a share from 0 to 1 was expected.");
        }

        if (share == 0)
        {
            _notCarried.Add($"{name}: a completeness of 0 demands nothing.");
            return;
        }

        _constraints.Add(new MissingShareConstraint(name, Complement(share)));
    }

    private double Tolerance(string name, string what, double threshold)
    {
        if (threshold > 0)
        {
            return Complement(threshold);
        }

        _notCarried.Add($"{name}: a {what} of 0 demands nothing; 99.99% are tolerated.");
        return 0.9999;
    }

    // 1 - 0.9 is 0.09999999999999998 in doubles; what was written has few digits.
    private static double Complement(double share) => (double)(1m - (decimal)share);

    private static JsonElement? Child(JsonElement element, string property) =>
        element.TryGetProperty(property, out var child) && child.ValueKind == JsonValueKind.Object ? child : null;
}
