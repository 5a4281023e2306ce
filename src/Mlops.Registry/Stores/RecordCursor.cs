using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Mlops.Registry.Stores;

/// <summary>Where a page begins: after the record with this value in its order, and this id.</summary>
internal readonly record struct RecordCursor(RecordOrder Order, long Value, string Id)
{
    /// <summary>What stands for a value that is missing: it comes after all others in a descending order.</summary>
    public const long Missing = long.MinValue;

    /// <summary>The value that a record has in an order.</summary>
    public static long ValueOf(RecordIndex index, RecordOrder order) =>
        order switch
        {
            RecordOrder.NumberDescending => index.Number ?? Missing,
            RecordOrder.UpdatedDescending => index.UpdatedAt?.UtcTicks ?? Missing,
            RecordOrder.FromDescending => index.From?.UtcTicks ?? Missing,
            _ => 0,
        };

    /// <summary>Reads a query's beginning.</summary>
    /// <exception cref="ArgumentException">It is no page's next one, or that of a query in another order.</exception>
    public static RecordCursor? Of(RecordQuery query)
    {
        if (query.After is null)
        {
            return null;
        }

        if (!Base64Url.IsValid(query.After))
        {
            throw Malformed(query);
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(query.After)).Split(' ', 4);
        if (
            parts.Length != 4
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var order)
            || !long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        )
        {
            throw Malformed(query);
        }

        var cursor = new RecordCursor((RecordOrder)order, value, parts[3]);
        return cursor.Order == query.Order && cursor.ToString() == query.After ? cursor : throw Malformed(query);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        // The sum tells a beginning that was cut or mistyped.
        var sum = Id.Aggregate(unchecked((uint)Value), (sum, unit) => unchecked((sum * 31) + unit));
        return Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{(int)Order} {Value} {sum & 0xFFFF:x4} {Id}")
            )
        );
    }

    private static ArgumentException Malformed(RecordQuery query) =>
        new(
            $"'{query.After}' is not where a page in the order {query.Order} begins: give the Next of the page before, of the same query.",
            nameof(query)
        );
}
