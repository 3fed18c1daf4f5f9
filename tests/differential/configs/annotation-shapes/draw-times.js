// 400 x 300
{
  "type": "bar",
  "data": {
    "labels": [
      "A",
      "B",
      "C",
      "D",
      "E"
    ],
    "datasets": [
      {
        "data": [
          3,
          7,
          5,
          9,
          4
        ],
        "backgroundColor": "rgba(70,130,180,0.6)"
      }
    ]
  },
  "options": {
    "scales": {
      "x": {
        "grid": {
          "z": 1,
          "color": "black"
        }
      }
    },
    "plugins": {
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "box",
            "drawTime": "beforeDraw",
            "xMin": -0.6,
            "xMax": 0.6,
            "yMin": 1,
            "yMax": 4,
            "backgroundColor": "red",
            "borderWidth": 0
          },
          {
            "type": "box",
            "drawTime": "beforeDatasetsDraw",
            "xMin": 0.4,
            "xMax": 1.6,
            "yMin": 2,
            "yMax": 5,
            "backgroundColor": "green",
            "borderWidth": 0
          },
          {
            "type": "box",
            "drawTime": "afterDatasetsDraw",
            "xMin": 1.4,
            "xMax": 2.6,
            "yMin": 3,
            "yMax": 6,
            "backgroundColor": "blue",
            "borderWidth": 0
          },
          {
            "type": "box",
            "drawTime": "afterDraw",
            "xMin": 2.4,
            "xMax": 3.6,
            "yMin": 4,
            "yMax": 7,
            "backgroundColor": "orange",
            "borderWidth": 0
          },
          {
            "type": "box",
            "drawTime": "never",
            "xMin": 3.4,
            "xMax": 4.6,
            "yMin": 5,
            "yMax": 8,
            "backgroundColor": "black",
            "borderWidth": 0
          }
        ]
      }
    }
  }
}
