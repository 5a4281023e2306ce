using System.Text.Json;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Inference;
using Mlops.Serialization;

namespace Mlops.Data.Quality.SageMaker;

/// <summary>What <c>statistics.json</c> says.</summary>
internal sealed class SageMakerStatistics
{
    private readonly List<DataConstraint> _constraints = [];
    private readonly List<string> _notCarried = [];

    public long ItemCount { get; private init; }

    public static SageMakerStatistics Of(JsonElement root)
    {
        ThrowIfNewer(root);
        var statistics = new SageMakerStatistics { ItemCount = Count(root.Required("dataset").Required("item_count")) };
        foreach (var feature in root.RequiredArray("features"))
        {
            statistics.Feature(feature, InferenceOptions.Default);
        }

        return statistics;
    }

    /// <summary>The constraints that follow from the counts alone.</summary>
    public SageMakerImport Infer(string name) =>
        new(
            new DataConstraints(_constraints, new CheckedData(name, ItemCount, null)),
            [
                .. _notCarried,
                "There is no constraints.json: constraints are inferred from the counts, and none about lengths, patterns or uniqueness.",
            ]
        );

    /// <summary>The type constraint of a type's name; <see langword="null"/> for Unknown.</summary>
    public static ColumnTypeConstraint? TypeOf(string column, string type) =>
        type switch
        {
            "Integral" => new ColumnTypeConstraint(column, ColumnKind.Number) { WholeNumbers = true },
            "Fractional" => new ColumnTypeConstraint(column, ColumnKind.Number),
            "String" => new ColumnTypeConstraint(column, ColumnKind.Category),
            "Unknown" => null,
            _ => throw new FormatException(
                $"The inferred_type of '{column}' is '{type}'; Integral, Fractional, String or Unknown was expected."
            ),
        };

    public static void ThrowIfNewer(JsonElement root)
    {
        if (root.Required("version").GetReal() is var version && version != 0)
        {
            throw new FormatException($"The version is {version}; version 0 can be read.");
        }
    }

    private void Feature(JsonElement feature, InferenceOptions options)
    {
        var name = feature.RequiredString("name");
        var type = TypeOf(name, feature.RequiredString("inferred_type"));
        _constraints.Add(type is null ? new ColumnExistsConstraint(name) : type);
        var isNumeric = feature.TryGetProperty("numerical_statistics", out var numbers);
        if (!isNumeric && !feature.TryGetProperty("string_statistics", out numbers))
        {
            _notCarried.Add($"{name}: it has no statistics.");
            return;
        }

        var common = numbers.Required("common");
        var (present, missing) = (Count(common.Required("num_present")), Count(common.Required("num_missing")));
        if (InferredBounds.Share(missing, present + missing, options) is var share and < 0.999)
        {
            _constraints.Add(new MissingShareConstraint(name, share));
        }

        if (isNumeric)
        {
            Numbers(name, numbers, present, type is { WholeNumbers: true }, options);
        }
        else
        {
            Categories(name, numbers, present, options);
        }
    }

    private void Numbers(string name, JsonElement numbers, long present, bool isWhole, InferenceOptions options)
    {
        if (
            numbers.TryGetProperty("min", out var least)
            && numbers.TryGetProperty("max", out var most)
            && InferredBounds.Range(name, least.GetReal(), most.GetReal(), present, isWhole, options) is { } range
        )
        {
            _constraints.Add(range);
        }
        else
        {
            _notCarried.Add($"{name}: no range follows from its statistics.");
        }
    }

    private void Categories(string name, JsonElement texts, long present, InferenceOptions options)
    {
        if (
            !texts.TryGetProperty("distribution", out var distribution)
            || !distribution.TryGetProperty("categorical", out var categorical)
        )
        {
            return;
        }

        var buckets = categorical
            .RequiredArray("buckets")
            .Select(bucket => (Value: bucket.RequiredString("value"), Count: Count(bucket.Required("count"))))
            .ToList();
        if (buckets.Sum(bucket => bucket.Count) != present || present < options.MinimumRows)
        {
            _notCarried.Add($"{name}: its statistics do not list all categories of enough rows, so no list follows.");
        }
        else if (buckets.Count <= options.MaximumDomainSize && buckets.Count * 10L <= present)
        {
            _constraints.Add(
                new DomainConstraint(name, [.. buckets.Select(bucket => bucket.Value).Order(StringComparer.Ordinal)])
                {
                    TolerableShare = InferredBounds.Share(buckets.Count(bucket => bucket.Count == 1), present, options),
                }
            );
        }
    }

    // Spark writes counts as doubles now and then.
    private static long Count(JsonElement element)
    {
        var count = element.GetReal();
        return count >= 0 && count <= 1L << 53 && count == Math.Truncate(count)
            ? (long)count
            : throw new FormatException($"{element} is not a count.");
    }
}
