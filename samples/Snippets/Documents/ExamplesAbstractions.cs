// <snippet: Usings>
using System.Text;
using System.Text.Json;
using Mlops;
using Mlops.Evidence;
using Mlops.Serialization;

// </snippet>

namespace Snippets.Documents;

internal static class ExamplesAbstractions
{
    public static void Canonical()
    {
        // <snippet: Canonical>
        using var json = JsonDocument.Parse("""{ "name": "churn", "bound": 1e-1, "rows": 1000.0 }""");
        byte[] canonical = CanonicalJson.Serialize(json.RootElement);

        Console.WriteLine(Encoding.UTF8.GetString(canonical));
        Console.WriteLine(CanonicalJson.FormatNumber(1e21));
        // </snippet>
    }

    public static void Digests()
    {
        // <snippet: Digests>
        ContentDigest digest = ContentDigest.Of("the bytes of a model"u8);

        Console.WriteLine(digest);
        Console.WriteLine(ContentDigest.Parse(digest.ToString()) == digest);
        // </snippet>
    }

    public static void Envelopes()
    {
        // <snippet: Envelopes>
        var sealedOne = Envelope.Seal(
            "acme.note",
            schemaVersion: 2,
            "Acme 1.0",
            writer => writer.WriteStringValue("approved")
        );
        Console.WriteLine(Encoding.UTF8.GetString(sealedOne.Bytes.Span));

        try
        {
            Envelope.Open(sealedOne.Bytes, "acme.note", newestSchemaVersion: 1);
        }
        catch (UnsupportedSchemaVersionException exception)
        {
            Console.WriteLine(
                $"written by version {exception.SchemaVersion}, read by version {exception.NewestSupported}"
            );
        }
        // </snippet>
    }

    public static void Statements()
    {
        // <snippet: Statements>
        var statement = new EvidenceStatement(
            "acme.review",
            SchemaVersion: 1,
            ContentDigest.Of("the review"u8),
            [new EvidenceSubject("model", ContentDigest.Of("the bytes of a model"u8))],
            Verdict.Pass,
            [new Finding("acme.review.signed", "", Verdict.Pass, "Two people reviewed the model.")]
        );

        Console.WriteLine($"{statement.Kind}: {statement.Verdict}. {statement.Findings[0].Message}");
        // </snippet>
    }
}
