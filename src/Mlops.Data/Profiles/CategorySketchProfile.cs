using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Counting;
using Mlops.Statistics.Sketches.Cardinality;
using Mlops.Statistics.Sketches.FrequentItems;

namespace Mlops.Data.Profiles;

/// <summary>A category or boolean column without a reference: its frequent categories, and the number of distinct ones.</summary>
/// <remarks>Exact until there are more categories than <see cref="SketchOptions.CategoryCapacity"/>.</remarks>
public sealed class CategorySketchProfile : ColumnProfile
{
    private readonly SketchOptions _options;
    private FrequentItemsSketch _items;
    private HyperLogLog _cardinality;

    internal CategorySketchProfile(ProfiledColumn definition, SketchOptions options)
        : base(definition)
    {
        _options = options;
        _items = options.Categories.Create();
        _cardinality = options.Cardinality.Create();
    }

    /// <summary>The frequent categories, most frequent first, each with the least and the most that its count can be.</summary>
    public IReadOnlyList<FrequentItem> Categories => _items.Items;

    /// <summary>Whether every category is there with its exact count.</summary>
    public bool IsExact => _items.IsExact;

    /// <summary>The most by which a count can be short.</summary>
    public long CountError => _items.MaximumError;

    /// <summary>The number of distinct categories, estimated; exact while <see cref="IsExact"/>.</summary>
    public double DistinctEstimate => _items.IsExact ? _items.Items.Count : _cardinality.Estimate;

    /// <inheritdoc/>
    public override long ModalCount => _items.Items.Count == 0 ? PresentCount : _items.Items[0].UpperBound;

    /// <inheritdoc/>
    public override bool IsConstant => _items.IsExact && _items.Items.Count == 1;

    private protected override long ValueCount => _items.Count;

    private protected override void AddValues(Column column, ComputeContext context)
    {
        if (column is BooleanColumn booleans)
        {
            Add("false", booleans.Codes.Span.Count((sbyte)0));
            Add("true", booleans.Codes.Span.Count((sbyte)1));
            return;
        }

        var categories = (CategoryColumn)column;
        _items.Add(categories.Codes.Span, categories.Categories);
        // The dictionary of a slice may hold texts that none of its rows has.
        var used = new bool[categories.Categories.Count];
        foreach (var code in categories.Codes.Span)
        {
            if (code >= 0 && !used[code])
            {
                used[code] = true;
                _cardinality.Add(categories.Categories[code]);
            }
        }
    }

    private protected override ColumnProfile CountValues(ProfiledColumn target)
    {
        var counts = new CategoryCountDefinition().Create();
        foreach (var item in _items.Items)
        {
            counts.Add(item.Item, item.LowerBound);
        }

        return new CategoryColumnProfile(target, counts, _items.Remainder, _items.MaximumError);
    }

    private protected override void MergeValues(ColumnProfile other)
    {
        var sketch = (CategorySketchProfile)other;
        _items.Merge(sketch._items);
        _cardinality.Merge(sketch._cardinality);
    }

    private protected override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("cardinality");
        _cardinality.WriteTo(writer);
        writer.WritePropertyName("items");
        _items.WriteTo(writer);
    }

    private protected override void ReadValues(JsonElement state)
    {
        _cardinality = _options.Cardinality.Read(state.Required("cardinality"));
        _items = _options.Categories.Read(state.Required("items"));
    }

    private void Add(string category, long count)
    {
        if (count > 0)
        {
            _items.Add(category, count);
            _cardinality.Add(category);
        }
    }
}
