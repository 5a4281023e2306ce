using System.Text.Json;
using Mlops.Compare.Comparisons;
using Mlops.Compare.Machine;

namespace Mlops.Compare.Output;

/// <summary>The rows as JSON, for whoever follows them over time.</summary>
internal static class ResultJson
{
    public static byte[] Render(IReadOnlyList<Measured> rows, MachineLimits machine, string versions)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("cores", Environment.ProcessorCount);
            json.WriteNumber("bytesPerSecond", machine.Bandwidth);
            json.WriteString("peer", versions);
            json.WriteStartArray("rows");
            foreach (var row in rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Measured row)
    {
        json.WriteStartObject();
        json.WriteString("op", row.Comparison.Operation);
        json.WriteNumber("rows", row.Rows);
        json.WriteNumber("median_ms", row.Milliseconds);
        json.WriteNumber("allocated_bytes", row.AllocatedBytes);
        if (row.PeerMilliseconds is { } theirs)
        {
            json.WriteNumber("peer_median_ms", theirs);
        }

        json.WriteString("peer_note", row.PeerNote);
        json.WriteString("required", row.Comparison.Requirement.Text);
        if (row.Comparison.Requirement.IsReached(row) is { } isReached)
        {
            json.WriteBoolean("reached", isReached);
        }

        json.WriteNumber("limit_ms", row.LimitMilliseconds);
        json.WriteString("limit", row.Comparison.LimitText);
        if (row.Agrees is { } agrees)
        {
            json.WriteBoolean("agrees", agrees);
        }

        json.WriteEndObject();
    }
}
