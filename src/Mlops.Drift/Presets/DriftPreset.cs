using System.Collections.Immutable;
using Mlops.Data;
using Mlops.Drift.Presets.Deepchecks;
using Mlops.Drift.Presets.Evidently;
using Mlops.Drift.Presets.Frouros;
using Mlops.Drift.Presets.NannyMl;
using Mlops.Drift.Presets.TensorFlowDataValidation;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets;

/// <summary>Another library's way to tell drift: its methods, bins, defaults and thresholds, so that its numbers come out, and the same decision.</summary>
/// <remarks>
/// <para>
/// For moving from that library, and for holding both beside each other. What it does is done as it does it, with its faults; where it would throw or answer NaN,
/// a status says so and the other columns are still judged. For the verdict of this SDK use <see cref="DriftBaseline"/>.
/// </para>
/// <para>Immutable, with value equality and <c>with</c>; thread-safe.</para>
/// </remarks>
public abstract record DriftPreset
{
    private readonly string? _numberMethod;
    private readonly string? _categoryMethod;

    private protected DriftPreset(string name, string title, string version, IReadOnlyList<PresetMethod> methods)
    {
        Name = name;
        Title = title;
        Version = version;
        Methods = methods;
    }

    /// <summary>Evidently 0.7.</summary>
    public static EvidentlyPreset Evidently07 { get; } = new();

    /// <summary>NannyML 0.13.</summary>
    public static NannyMlPreset NannyMl013 { get; } = new();

    /// <summary>TensorFlow Data Validation 1.21.</summary>
    public static TensorFlowDataValidationPreset TensorFlowDataValidation121 { get; } = new();

    /// <summary>deepchecks 0.19.</summary>
    public static DeepchecksPreset Deepchecks019 { get; } = new();

    /// <summary>frouros 0.9.</summary>
    public static FrourosPreset Frouros09 { get; } = new();

    /// <summary>All presets.</summary>
    public static IReadOnlyList<DriftPreset> All { get; } =
    [Evidently07, NannyMl013, TensorFlowDataValidation121, Deepchecks019, Frouros09];

    /// <summary>Its short name: <c>evidently</c>, <c>nannyml</c>, <c>tfdv</c>, <c>deepchecks</c> or <c>frouros</c>.</summary>
    public string Name { get; }

    /// <summary>The library's name as it writes it.</summary>
    public string Title { get; }

    /// <summary>The version that it follows.</summary>
    public string Version { get; }

    /// <summary>The methods that can be chosen.</summary>
    public IReadOnlyList<PresetMethod> Methods { get; }

    /// <summary>The method of columns of numbers, by its id.</summary>
    /// <value>The default is <see langword="null"/>: the library's own choice.</value>
    /// <exception cref="ArgumentException">There is no such method for numbers; the message lists them.</exception>
    public string? NumberMethod
    {
        get => _numberMethod;
        init => _numberMethod = value is null ? null : Find(value, isNumber: true).Id;
    }

    /// <summary>The method of columns of categories, by its id.</summary>
    /// <value>The default is <see langword="null"/>: the library's own choice.</value>
    /// <exception cref="ArgumentException">There is no such method for categories; the message lists them.</exception>
    public string? CategoryMethod
    {
        get => _categoryMethod;
        init => _categoryMethod = value is null ? null : Find(value, isNumber: false).Id;
    }

    /// <summary>The threshold of columns of numbers.</summary>
    /// <value>The default is <see langword="null"/>: the method's.</value>
    public double? NumberThreshold { get; init; }

    /// <summary>The threshold of columns of categories.</summary>
    /// <value>The default is <see langword="null"/>: the method's.</value>
    public double? CategoryThreshold { get; init; }

    /// <summary>Methods of single columns, by the column's name; they go before the ones above.</summary>
    public ImmutableSortedDictionary<string, string> ColumnMethods { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Thresholds of single columns, by the column's name; they go before the ones above.</summary>
    public ImmutableSortedDictionary<string, double> ColumnThresholds { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>The preset of a short name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <exception cref="ArgumentException">There is none; the message lists them.</exception>
    public static DriftPreset Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.FirstOrDefault(preset => preset.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException(
                $"'{name}' is not a preset; these are: {string.Join(", ", All.Select(preset => preset.Name))}.",
                nameof(name)
            );
    }

    /// <summary>Compares current data with a reference as the library would.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="current">The data; read with the reference's kinds, columns may lack or be more: the report says so.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <remarks>
    /// Columns of numbers, booleans and categories are compared, labels and predictions among them. Texts, times, embeddings, identifiers and
    /// excluded columns are not, which the report tells. O(rows log rows × columns) unless a chosen method permutes.
    /// </remarks>
    /// <exception cref="ArgumentException">A method or threshold is for a column that the reference lacks, or a method does not exist.</exception>
    public PresetReport Compare(Dataset reference, Dataset current, ComputeContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        CheckColumns(reference);
        var comparison = new PresetComparison(this, reference, current.ConvertTo(reference.Schema), context);
        return comparison.Report();
    }

    /// <summary>The method of an id.</summary>
    /// <exception cref="ArgumentException">There is none for that kind of column; the message lists them.</exception>
    internal PresetMethod Find(string id, bool isNumber)
    {
        var those = Methods.Where(method => isNumber ? method.AppliesToNumbers : method.AppliesToCategories).ToList();
        return those.FirstOrDefault(method => method.Id == id)
            ?? throw new ArgumentException(
                $"'{id}' is not a method of {Title} for columns of {(isNumber ? "numbers" : "categories")} that is reproduced; these are: {string.Join(", ", those)}."
            );
    }

    internal PresetMethod MethodOf(PresetColumnPair pair) =>
        (ColumnMethods.GetValueOrDefault(pair.Reference.Name) ?? (pair.IsNumber ? NumberMethod : CategoryMethod))
            is { } id
            ? Find(id, pair.IsNumber)
            : DefaultMethod(pair);

    internal double ThresholdOf(PresetColumnPair pair, PresetMethod method) =>
        ColumnThresholds.TryGetValue(pair.Reference.Name, out var own)
            ? own
            : (pair.IsNumber ? NumberThreshold : CategoryThreshold) ?? DefaultThreshold(pair, method);

    /// <summary>Whether the library takes a column of numbers for one.</summary>
    internal virtual bool TakesForNumber(NumericColumn reference) => true;

    internal abstract PresetMethod DefaultMethod(PresetColumnPair pair);

    internal virtual double DefaultThreshold(PresetColumnPair pair, PresetMethod method) => method.Threshold;

    internal virtual PresetColumn Score(PresetColumnPair pair, ComputeContext? context)
    {
        var method = MethodOf(pair);
        var score =
            pair.IsNumber && method.Numbers is { } numbers
                ? numbers(pair.ReferenceValues, pair.CurrentValues, context)
                : method.Categories!(pair.Categories);
        var threshold = ThresholdOf(pair, method);
        return new()
        {
            Name = pair.Reference.Name,
            Kind = pair.Reference.Kind,
            Role = pair.Role,
            Method = method,
            Score = score.Value,
            Threshold = threshold,
            IsDetected = method.Detects(score.Value, threshold),
            Status = score.Status,
            Reason = score.Reason,
        };
    }

    internal abstract PresetDecision Decide(IReadOnlyList<PresetColumn> columns);

    private void CheckColumns(Dataset reference)
    {
        foreach (var column in ColumnMethods.Keys.Concat(ColumnThresholds.Keys))
        {
            // Throws with the nearest names.
            _ = reference[column];
        }
    }
}
