// <snippet: Envelopes>
using Mlops.Serialization;

// </snippet>

namespace Snippets.Documents;

internal static class AbstractionsReadme
{
    public static void Envelopes()
    {
        // <snippet: Envelopes>
        var envelope = Envelope.Seal(
            "acme.threshold",
            schemaVersion: 1,
            "Acme.Scoring 1.0",
            writer =>
            {
                writer.WriteStartObject();
                writer.WritePropertyName("bound");
                writer.WriteReal(0.1);
                writer.WriteEndObject();
            }
        );
        AtomicFile.WriteAllBytes("threshold.json", envelope.Bytes.Span);

        var opened = Envelope.Open(File.ReadAllBytes("threshold.json"), "acme.threshold", newestSchemaVersion: 1);
        Console.WriteLine(opened.Payload.Required("bound").GetReal());
        Console.WriteLine(opened.Digest == envelope.Digest);
        // </snippet>
    }
}
