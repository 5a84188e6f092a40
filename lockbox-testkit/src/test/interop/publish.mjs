// Publishes records as a service does that nobody here wrote, and signs them as docs/jit-service.md says.
//
//   node publish.mjs BROKERS FILE
//
// FILE is a JSON list of records: topic, key, value (base64), and keyFile (PEM) where it is to be signed.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import kafkajs from 'kafkajs'

const [brokers, file] = process.argv.slice(2)
const kafka = new kafkajs.Kafka({
  clientId: 'interop',
  brokers: brokers.split(','),
  logLevel: kafkajs.logLevel.ERROR
})

/** Each part behind the number of its bytes: four bytes, the highest first. */
function content(...parts) {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    })
  )
}

function signature(keyFile, topic, key, value) {
  const half = createPrivateKey(readFileSync(keyFile))
  const spki = createPublicKey(half).export({ type: 'spki', format: 'der' })
  const signed = sign(null, content(Buffer.from('lockbox-publication-v1'), Buffer.from(topic), key, value), half)
  return `${createHash('sha256').update(spki).digest('hex')}.${signed.toString('base64url')}`
}

const producer = kafka.producer()
await producer.connect()
for (const record of JSON.parse(readFileSync(file, 'utf8'))) {
  const key = Buffer.from(record.key)
  const value = Buffer.from(record.value, 'base64')
  const headers = record.keyFile ? { 'lockbox-signature': signature(record.keyFile, record.topic, key, value) } : {}
  await producer.send({ topic: record.topic, acks: -1, messages: [{ key, value, headers }] })
}
await producer.disconnect()
