using Mlops.Data;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;

namespace Mlops.Drift;

/// <summary>Checks options, and tells everything that is wrong at once.</summary>
internal static class DriftOptionsCheck
{
    public static void Check(DriftOptions options, DatasetSchema schema, string parameter)
    {
        List<string> errors = [.. Ranges(options), .. Names(options, schema), .. Rules(options, schema)];
        if (errors.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", errors), parameter);
        }
    }

    private static IEnumerable<string> Ranges(DriftOptions options)
    {
        if (!(options.FalseDiscoveryRate > 0 && options.FalseDiscoveryRate < 1))
        {
            yield return $"{nameof(DriftOptions.FalseDiscoveryRate)} must lie between 0 and 1; it is {options.FalseDiscoveryRate:R}.";
        }

        if (!(options.EquivalenceLevel > 0 && options.EquivalenceLevel < 0.5))
        {
            yield return $"{nameof(DriftOptions.EquivalenceLevel)} must lie between 0 and 0.5; it is {options.EquivalenceLevel:R}.";
        }

        foreach (var (name, bound) in options.ColumnBounds.Append(new(nameof(DriftOptions.Bound), options.Bound)))
        {
            if (!(bound.Distance > 0 && bound.Distance < 1))
            {
                yield return $"The bound '{name}' must be a Jensen-Shannon distance between 0 and 1; it is {bound.Distance:R}.";
            }
        }

        if (!(options.MinimumEffectiveSize >= 0 && double.IsFinite(options.MinimumEffectiveSize)))
        {
            yield return $"{nameof(DriftOptions.MinimumEffectiveSize)} must be at least 0; it is {options.MinimumEffectiveSize:R}.";
        }

        if (!(options.TolerableConversionFailureShare is >= 0 and <= 1))
        {
            yield return $"{nameof(DriftOptions.TolerableConversionFailureShare)} must lie in [0,1]; it is {options.TolerableConversionFailureShare:R}.";
        }

        if (!(options.TolerableFailedShare is >= 0 and < 1))
        {
            yield return $"{nameof(DriftOptions.TolerableFailedShare)} must lie in [0,1); it is {options.TolerableFailedShare:R}.";
        }

        foreach (var (name, importance) in options.ColumnImportance)
        {
            if (!(importance >= 0 && double.IsFinite(importance)))
            {
                yield return $"The importance of '{name}' must be at least 0 and finite; it is {importance:R}.";
            }
        }
    }

    private static IEnumerable<string> Names(DriftOptions options, DatasetSchema schema) =>
        options
            .ColumnBounds.Keys.Union(options.ColumnImportance.Keys)
            .Union(options.ColumnRules.Keys)
            .Union(options.Dependence.EntityColumn is { } entity ? [entity] : [])
            .Where(name => !schema.TryGet(name, out _))
            .Select(name =>
                $"The reference has no column '{name}'; it has {string.Join(", ", schema.Columns.Select(column => column.Name).Take(20))}."
            );

    private static IEnumerable<string> Rules(DriftOptions options, DatasetSchema schema)
    {
        if (!Enum.IsDefined(options.Adjustment))
        {
            yield return $"{nameof(DriftOptions.Adjustment)} is {(int)options.Adjustment}, which is no method.";
        }

        var rules = options.ColumnRules.Values.Append(options.NumericRule).Append(options.CategoricalRule);
        if (options.Dependence.Period is null && rules.Any(rule => rule.Id == PeriodVariationColumnTest.TestId))
        {
            yield return $"The rule {PeriodVariationColumnTest.TestId} takes periods: set {nameof(DriftOptions.Dependence)} to {nameof(RowDependence)}.{nameof(RowDependence.OfPeriods)}(…).";
        }

        if (options.Dependence.Period is not null && schema.Columns.Count(IsTime) != 1)
        {
            yield return $"{nameof(RowDependence)}.{nameof(RowDependence.OfPeriods)} takes one time column; the reference has {schema.Columns.Count(IsTime)}.";
        }

        foreach (var id in options.FurtherTests.Where(id => ColumnTestCatalogue.Find(id) is null))
        {
            yield return $"{nameof(DriftOptions.FurtherTests)} has '{id}', which is no test; these are: {string.Join(", ", ColumnTestCatalogue.All.Select(test => test.Id))}.";
        }

        if (Misfit(options.NumericRule, ColumnKind.Number) is { } numeric)
        {
            yield return $"{nameof(DriftOptions.NumericRule)}: {numeric}";
        }

        if (Misfit(options.CategoricalRule, ColumnKind.Category) is { } categorical)
        {
            yield return $"{nameof(DriftOptions.CategoricalRule)}: {categorical}";
        }

        foreach (var (name, rule) in options.ColumnRules)
        {
            if (schema.TryGet(name, out var column) && Misfit(rule, column.Kind) is { } misfit)
            {
                yield return $"The rule of '{name}': {misfit}";
            }
        }
    }

    private static bool IsTime(ColumnSchema column) =>
        column.Role == ColumnRole.Time || (column.Role is null && column.Kind == ColumnKind.Time);

    private static string? Misfit(DriftRule rule, ColumnKind kind) =>
        rule.Id == DriftRule.EffectId || ColumnTestCatalogue.Find(rule.Id)!.AppliesTo(kind)
            ? null
            : $"{rule.Id} is not a test of {kind} columns; these are: {string.Join(", ", ColumnTestCatalogue.All.Where(test => test.AppliesTo(kind)).Select(test => test.Id))}.";
}
